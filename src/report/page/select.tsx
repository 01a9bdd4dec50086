interface Props {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
}

/** A choice with its label; the first option takes the filter away. */
export const Select = ({ label, value, options, onChange }: Props) => (
  <label class="field">
    <span>{label}</span>
    <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      {options.map(([each, text]) => (
        <option key={each} value={each}>
          {text}
        </option>
      ))}
    </select>
  </label>
);

/** A search field with its label. */
export const Search = ({ label, value, onChange }: Omit<Props, 'options'>) => (
  <label class="field wide">
    <span>{label}</span>
    <input type="search" value={value} onInput={(event) => onChange(event.currentTarget.value)} />
  </label>
);
