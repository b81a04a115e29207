import type { SignIn } from '../../platform/sign-in/open-sign-in.ts'
import type { FormTokens } from '../../platform/web/form-token.ts'
import type { Job, Route } from '../../platform/web/route.ts'
import type { PurposeKey } from '../../policy/vocabulary.ts'
import type { StaffDesk } from './actions/staff-desk.ts'
import { forgetSignIns } from './jobs/forget-sign-ins.job.ts'
import { type NoticeMail, tellColleagues } from './jobs/tell-colleagues.job.ts'
import { accountRoutes } from './web/office/account.routes.tsx'
import { forgettingKept, keptRoutes } from './web/office/kept.routes.tsx'
import { passkeyRoutes } from './web/office/passkeys.routes.tsx'
import { resetRoutes } from './web/office/resets.routes.tsx'
import { setUpRoutes } from './web/office/set-up.routes.tsx'
import { signInRoutes } from './web/office/sign-in.routes.tsx'
import { signedOut } from './web/office/signed-out.ts'
import { staffRoutes } from './web/office/staff.routes.tsx'
import type { StaffTools } from './web/office/tools.ts'

export type { StaffTools } from './web/office/tools.ts'

/** Signing in, one's own account, and the accounts of colleagues. */
export const staffPlugin = (tools: StaffTools) => ({
  routes: [
    ...signInRoutes(tools),
    ...setUpRoutes(tools),
    ...keptRoutes(tools),
    ...accountRoutes(tools),
    ...passkeyRoutes(tools),
    ...staffRoutes(tools),
    ...resetRoutes(tools),
  ] as readonly Route<PurposeKey>[],
  /** Work of the tick. `keepEnded`: how long the policy keeps a sign-in that has ended, as an ISO duration. */
  jobs: (keepEnded: string, mail: NoticeMail): readonly Job<PurposeKey>[] => [
    forgetSignIns(tools.signIn, keepEnded),
    tellColleagues(tools.signIn, { mail, origin: tools.origin, serviceName: tools.serviceName }),
  ],
  /** For the web server: what somebody gets who is no longer signed in. */
  signedOut: (desk: StaffDesk, tokens: FormTokens) => signedOut(tools, desk, tokens),
  /** To be put around every route of the office: a kept form that was sent again is forgotten once it is taken. */
  forgettingKept: (route: Route<PurposeKey>) => forgettingKept(tools, route),
  /** The address that makes the first administrator, to be printed at start; null when there is one. Earlier ones end. */
  firstAdministratorLink: async (): Promise<string | null> => {
    const token = await tools.signIn.newFirstLink()
    return token && new URL(`/office/join/${token}`, tools.origin).href
  },
})

/** The address with which somebody active sets themselves up again, for the operator of the machine; null when nobody has this e-mail. */
export async function operatorResetLink(
  tools: { readonly signIn: Pick<SignIn, 'newOperatorLink'>; readonly origin: URL },
  email: string,
): Promise<string | null> {
  const token = await tools.signIn.newOperatorLink(email)
  return token && new URL(`/office/reset/${token}`, tools.origin).href
}
