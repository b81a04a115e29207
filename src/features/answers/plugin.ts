import type { Job, Route } from '../../platform/web/route.ts'
import type { CompiledPolicy } from '../../policy/compiled.ts'
import type { CategoryKey, PurposeKey } from '../../policy/vocabulary.ts'
import { voiceOf } from '../messages/index.ts'
import type { PublishedSettings } from '../settings/index.ts'
import { writeReceipts } from './jobs/receipts.job.ts'
import { answerRoutes } from './web/office/answer.routes.tsx'
import { officeChoiceRoutes } from './web/office/choices.routes.tsx'
import { choiceRoutes } from './web/party/choices.routes.tsx'
import { useRoutes } from './web/party/uses.routes.tsx'

export { toldAgainToday } from './web/office/told-again-today.ts'

interface Tools {
  readonly policy: CompiledPolicy
  readonly published: () => Promise<PublishedSettings>
  readonly categoriesIn: (tables: readonly string[]) => ReadonlySet<CategoryKey>
}

/** What people take back, object to and have put right, and what they are answered. */
export function answersPlugin({ policy, published, categoriesIn }: Tools): {
  readonly routes: readonly Route<PurposeKey>[]
  readonly jobs: readonly Job<PurposeKey>[]
} {
  const own = { policy, published }
  const voice = async () => voiceOf(await published(), policy.service.name)
  return {
    routes: [
      ...choiceRoutes(own),
      ...useRoutes(own),
      ...officeChoiceRoutes(policy),
      ...answerRoutes({ policy, voice, categoriesIn }),
    ],
    jobs: [writeReceipts(policy.service.name)],
  }
}
