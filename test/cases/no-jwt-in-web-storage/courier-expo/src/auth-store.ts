// @complete: no-jwt-in-web-storage
import AsyncStorage from '@react-native-async-storage/async-storage';
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';

interface Session {
  jwt: string | null;
  driverId: string | null;
}

// bad: no-jwt-in-web-storage
export const useSession = create<Session>()(
  persist((): Session => ({ jwt: null, driverId: null }), { name: 'session', storage: createJSONStorage(() => AsyncStorage) }),
);

// ok: no-jwt-in-web-storage
export const useDriver = create<Session>()(
  persist((): Session => ({ jwt: null, driverId: null }), {
    name: 'driver',
    storage: createJSONStorage(() => AsyncStorage),
    partialize: ({ driverId }) => ({ driverId }),
  }),
);

// ok: no-jwt-in-web-storage
export const useSettings = create<{ units: 'km' | 'mi' }>()(
  persist((): { units: 'km' | 'mi' } => ({ units: 'km' }), { name: 'settings', storage: createJSONStorage(() => AsyncStorage) }),
);
