import { FilterOptions } from './FilterOptions';

export interface FilterMenuProps<V extends string> {
  label: string;
  values: readonly V[];
  chosen: readonly V[];
  wordOf: (value: V) => string;
  onChoose: (values: V[]) => void;
}

/** A filter of several values; none chosen means any. */
export function FilterMenu<V extends string>(props: FilterMenuProps<V>) {
  const { label, values, chosen, wordOf, onChoose } = props;
  const toggle = (value: V) =>
    onChoose(
      values.filter(other => chosen.includes(other) !== (other === value)),
    );
  return (
    <FilterOptions
      label={label}
      options={values.map(value => ({
        word: wordOf(value),
        chosen: chosen.includes(value),
        onToggle: () => toggle(value),
      }))}
    />
  );
}
