import type { PageRequest, PartyRequest } from './route.ts'

/** The request of somebody who is signed in in the portal: the server let nobody else come this far. */
export function asParty<Purpose extends string>(request: PageRequest<Purpose>): PartyRequest<Purpose> {
  const { party } = request
  if (!party) throw new Error('a page of the portal was reached by nobody')
  return { ...request, party }
}
