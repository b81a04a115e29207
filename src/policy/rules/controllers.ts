import type { Draft } from '../draft.ts'
import { entriesOf, type Fault, fault, type Rule } from '../findings.ts'

const hostOf = (address: string): string =>
  address
    .replace(/^.*@/, '')
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/.*$/, '')
    .toLowerCase()

function identities({ service }: Draft): Fault[] {
  const own = entriesOf(service.controllers).filter(([, controller]) => controller.own)
  const found: Fault[] = []
  if (own.length !== 1)
    found.push(
      fault(
        'service.controllers',
        own.length === 0
          ? 'No organisation is marked as the one that answers for this notice. Mark one as "own".'
          : `The notice names ${own.length} organisations as itself (${own.map(([, each]) => each.name).join(', ')}). People must know the one that answers to them.`,
      ),
    )
  if (hostOf(service.contact.email) !== hostOf(service.contact.website))
    found.push(
      fault(
        'service.contact.email',
        `The e-mail address is at ${hostOf(service.contact.email)} but the website at ${hostOf(service.contact.website)}. One of them may be misspelt, and mail would go to a stranger.`,
      ),
    )
  return found
}

function purposeRoles(policy: Draft): Fault[] {
  return entriesOf(policy.purposes).flatMap(([name, { role }]) => {
    const clause = `purposes.${name}.role`
    if (role === undefined)
      return [fault(clause, 'It is not said whether the service answers for this itself or works for somebody else.')]
    if (role === 'controller') return []
    const other = 'processorFor' in role ? role.processorFor : role.jointWith
    const controller = policy.service.controllers[other]
    if (!controller) return [fault(clause, `"${other}" is not among the controllers that the policy names.`)]
    if (controller.own) return [fault(clause, 'The service cannot work on the instructions of itself.')]
    return 'processorFor' in role && controller.passRequestsWithin === undefined
      ? [
          fault(
            `service.controllers.${other}`,
            `It is not said within what time a request for ${controller.name} is passed on.`,
          ),
        ]
      : []
  })
}

export const oneController: Rule = {
  id: 'N01',
  title: 'One organisation answers for each purpose, and people can tell which',
  find: (policy) => [...identities(policy), ...purposeRoles(policy)],
}
