/**
 * Where a list of people comes who may be meant, as somebody types one into the form around it. Empty, and without script it stays so.
 * `prefix`: how the names of that person's fields begin.
 */
export const PossibleMatches = ({ from, prefix = '' }: { readonly from: string; readonly prefix?: string }) => (
  <div data-possible={from} data-prefix={prefix} aria-live="polite" />
)
