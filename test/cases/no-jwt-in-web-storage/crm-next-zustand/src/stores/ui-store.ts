// @complete: no-jwt-in-web-storage
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface UiState {
  density: 'compact' | 'cosy';
  designTokens: Record<string, string>;
  setDensity: (density: UiState['density']) => void;
}

// ok: no-jwt-in-web-storage -- design tokens
export const useUi = create<UiState>()(
  persist(
    (set) => ({
      density: 'cosy',
      designTokens: { 'color.accent': '#0f62fe' },
      setDensity: (density) => set({ density }),
    }),
    { name: 'ui' },
  ),
);
