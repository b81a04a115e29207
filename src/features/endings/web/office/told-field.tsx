import { RadiosField } from '../../../../ui/forms/choice-fields.tsx'
import type { FormState } from '../../../../ui/forms/form-state.ts'

const told = [
  { value: 'written', content: 'Write to them, where we wrote to them before they asked and it is safe' },
  { value: 'spoken', content: 'I have told them, by telephone or in person' },
] as const

/** How somebody hears of what is done. */
export const Told = ({ form, name }: { readonly form: FormState; readonly name: string }) => (
  <RadiosField form={form} name={name} legend="How do they hear of it?" legendSize="s" items={told} small />
)
