// @complete: no-hardcoded-secrets
import { en } from '../../../lib/texts';

const columns = [
  // ok: no-hardcoded-secrets -- columns of a table
  { key: 'secret', label: 'Secret', width: 240 },
  { key: 'apiKey', label: 'API key', width: 320 },
];

export default function ApiKeysPage({ keys }: { keys: { id: string; prefix: string }[] }) {
  return (
    <form>
      {/* a mask is no password */}
      <label htmlFor="password">{en.password}</label>
      <input id="password" name="password" type="password" placeholder="••••••••••••" autoComplete="current-password" />
      <ul data-token-list="api-keys">
        {keys.map((k) => (
          <li key={k.id}>{`${k.prefix}••••••••`}</li>
        ))}
      </ul>
      <table>{columns.map((c) => c.label)}</table>
    </form>
  );
}
