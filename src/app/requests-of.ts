import { type AccessPackParts, accessPacksPlugin, readyForParty } from '../features/access-packs/plugin.ts'
import { answersPlugin } from '../features/answers/plugin.ts'
import { endingsPlugin } from '../features/endings/plugin.ts'
import { voiceOf } from '../features/messages/index.ts'
import { requestsPlugin } from '../features/requests/plugin.ts'
import type { Route } from '../platform/web/route.ts'
import type { Classification } from '../policy/classification.ts'
import type { CategoryKey, PurposeKey } from '../policy/vocabulary.ts'
import { classification } from './classification.ts'
import type { Service } from './service.ts'

/** What somebody asks about their data is not counted, not even that they came to the page. */
export const requestsOf = (
  { policy, published, secrets }: Service,
  mayAct: (role: string, purpose: PurposeKey) => boolean,
): readonly Route<PurposeKey>[] => [
  ...requestsPlugin({
    ...{ policy, mayAct, answers, secret: secrets.formSecret, published: () => published.current() },
    machineNow: () => performance.now(),
    ready: readyForParty,
  }).routes,
  ...endingsPlugin({
    ...{ policy, classes: classification },
    voice: async () => voiceOf(await published.current(), policy.service.name),
  }).routes,
]

/** Where each kind is answered. */
const answers = {
  access: { text: 'Collect what we hold, and let it go', part: 'pack', ofEnquirers: true },
  portability: { text: 'Collect what they told us, and let it go', part: 'pack', ofEnquirers: true },
  restriction: { text: 'Keep it from use', part: 'restriction', ofEnquirers: true },
  erasure: { text: 'See what can be deleted', part: 'erasure', ofEnquirers: true },
} as const

/** What follows from it: what they take back, object to and have put right. */
export const answersOf = ({ policy, published }: Service) =>
  answersPlugin({ policy, published: () => published.current(), categoriesIn })

/** The groups of data to which the columns of some tables belong. */
const categoriesIn = (tables: readonly string[]): ReadonlySet<CategoryKey> =>
  new Set(
    Object.entries(classification as Classification).flatMap(([table, { category, columns }]) =>
      tables.includes(table)
        ? [category, ...Object.values(columns).flatMap((it) => (it.kind === 'personal' ? [it.category] : []))]
        : [],
    ),
  )

/** Collecting, looking through and giving out what somebody asked to see. */
export const accessPacksOf = ({ policy, published, vault, keyring }: Service): AccessPackParts =>
  accessPacksPlugin({
    ...{ policy, classification, vault, keyring, goodFor: policy.clocks.answers.goodFor },
    voice: async () => voiceOf(await published.current(), policy.service.name),
    settings: async () => {
      const { telephone, openingHours, privacyLead } = await published.current()
      return { telephone, openingHours, privacyLead }
    },
  })
