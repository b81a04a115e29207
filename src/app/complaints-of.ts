import { breachesPlugin } from '../features/breaches/plugin.ts'
import { complaintsPlugin } from '../features/complaints/plugin.ts'
import type { Route } from '../platform/web/route.ts'
import type { PurposeKey } from '../policy/vocabulary.ts'
import type { Service } from './service.ts'
import { tellingOf } from './telling-of.ts'

/** Who may address an envelope; and from a message that went wrong, where that is recorded with most of the form filled in. */
export const messageWays = (mayAct: (role: string, purpose: PurposeKey) => boolean) => ({
  mayPost: (role: string) => mayAct(role, 'letters'),
  wentWrong: (role: string, messageId: string): string | null =>
    mayAct(role, 'breaches') ? `/office/breaches/new?message=${messageId}` : null,
})

/** What went wrong, and what somebody says went wrong. That they came to complain is not counted. */
export const complaintsOf = (
  { policy, published, secrets }: Service,
  mayAct: (role: string, purpose: PurposeKey) => boolean,
): readonly Route<PurposeKey>[] => [
  ...complaintsPlugin({
    ...{ policy, mayAct, secret: secrets.formSecret, published: () => published.current() },
    machineNow: () => performance.now(),
  }).routes,
  ...breachesPlugin({ policy }).routes,
  ...tellingOf(policy),
]
