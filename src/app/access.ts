import type { AccessPlan } from '../platform/database/access-plan.ts'
import { accessesOf, grantsOf, type Ruling } from '../policy/grants.ts'
import { rowPoliciesOf } from '../policy/row-rules.ts'
import { classification } from './classification.ts'

/** In which tables data of each kind lies. */
const categoryPlaces = (): AccessPlan['categoryPlaces'] =>
  Object.entries(classification).flatMap(([table, { columns }]) => {
    const kinds = Object.values(columns).flatMap((it) => (it.kind === 'personal' ? [it.category] : []))
    return [...new Set(kinds)].map((category) => ({ category, table }))
  })

/** What a policy allows in the database, from its rules and the classification of every column. */
export function accessPlan(policy: Ruling): AccessPlan {
  return {
    scopes: accessesOf(policy).map(({ area, purpose }) => ({ area, purpose })),
    grants: grantsOf(policy, classification),
    rowPolicies: rowPoliciesOf(policy, classification),
    roleRules: Object.values(policy.roles).flatMap((role) =>
      role.may
        .filter((may) => policy.purposes[may.purpose]?.state === 'active')
        .map((may) => ({ staffRole: role.key, area: role.area, purpose: may.purpose, rows: may.rows })),
    ),
    categoryPlaces: categoryPlaces(),
  }
}
