import { type Area, areas, type PurposeKey, purposeKeys } from '../../../policy/vocabulary.ts'

const camel = (snake: string) => snake.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** For which purpose, and in which area, a database role acts; null for a name that is none of the service's purposes. */
export function purposeOfRole(dbRole: string): { readonly area: Area; readonly purpose: PurposeKey } | null {
  const [, area, ...rest] = dbRole.split('_')
  const purpose = camel(rest.join('_'))
  const known = { area: areas.find((it) => it === area), purpose: purposeKeys.find((it) => it === purpose) }
  return known.area && known.purpose ? { area: known.area, purpose: known.purpose } : null
}
