import type { SignIn } from '../../../platform/sign-in/open-sign-in.ts'
import type { Job } from '../../../platform/web/route.ts'
import type { PurposeKey } from '../../../policy/vocabulary.ts'

/**
 * Forgets tries, steps and devices that are over, and sign-ins that ended longer ago than the policy keeps them. No purpose reaches
 * these tables, so the work is sign-in's own; it stands under `retention` for what it is.
 */
export const forgetSignIns = (signIn: SignIn, keepEnded: string): Job<PurposeKey> => ({
  name: 'forget-sign-ins',
  purpose: 'retention',
  run: () => signIn.tidy(keepEnded),
})
