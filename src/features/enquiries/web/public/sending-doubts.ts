import type { SentForm } from '../../../../platform/web/sent-form.ts'

/** The field that only a program fills in. */
export const trapField = 'homepage'

/** Nobody reads a form and sends it in less. */
const fewestSeconds = 2

/**
 * What makes a form look sent by a program, in words for the person it may be after all; null when nothing does. Sending once more
 * is enough, since the form comes back with the field empty and a new time: nobody real is shut out (no puzzle, no third party).
 */
export function doubtAbout(form: SentForm): string | null {
  if (form.values[trapField])
    return 'Something filled in a field that people cannot see. Your answers are still here: press Send again'
  if (form.age < fewestSeconds)
    return 'That was very quick. Your answers are still here: look through them and press Send again'
  return null
}
