import type { Id } from '../../values/ids.ts'
import { ask, type SignInGround } from './sign-in-ground.ts'

/** What a colleague is to be told about their own account. */
export interface Notice {
  readonly id: Id
  readonly kind: 'passkey-added' | 'passkey-ended'
  readonly madeAt: Temporal.Instant
  readonly name: string
  readonly email: string
}

/** The oldest that have not left yet. Those of somebody who may not sign in wait. */
export const waitingNotices = (ground: SignInGround, most: number): Promise<Notice[]> =>
  ask<Notice>(
    ground,
    `SELECT n.id, n.kind, n.made_at AS "madeAt", p.name, p.email
       FROM auth.notice n CROSS JOIN LATERAL auth.person(n.staff_id) p ORDER BY n.made_at, n.id LIMIT $1`,
    [most],
  )

export async function forgetNotice(ground: SignInGround, id: Id): Promise<void> {
  await ask(ground, 'DELETE FROM auth.notice WHERE id = $1', [id])
}
