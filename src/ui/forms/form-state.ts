/** What was typed, by the name of the field; several ticked boxes are an array. */
export type FormValues = Readonly<Record<string, string | readonly string[] | undefined>>

/**
 * What is wrong, by the name of the field, in the order of the page. The name `''` is for what concerns the whole form;
 * the address of a page, as a name, is for what can be mended only there.
 * A date has errors under its own name (the whole, or its day), `name-month` and `name-year`.
 */
export type FormErrors = Readonly<Record<string, string>>

/** A form as it is shown: what was typed, and what is wrong with it. */
export type FormState = { readonly values: FormValues; readonly errors: FormErrors }

export const blankForm: FormState = { values: {}, errors: {} }

/** A form that shows what is known already, with nothing wrong. */
export const filledForm = (values: FormValues): FormState => ({ values, errors: {} })

export const hasErrors = (form: FormState): boolean => Object.keys(form.errors).length > 0

/** What was typed in one field; the first where several came under one name. */
export function typed(form: FormState, name: string): string | undefined {
  const value = form.values[name]
  return typeof value === 'string' || value === undefined ? value : value[0]
}

/** All that was ticked under one name. */
export function ticked(form: FormState, name: string): readonly string[] {
  const value = form.values[name]
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}
