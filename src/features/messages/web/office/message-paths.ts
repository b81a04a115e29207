import type { Id } from '../../../../values/ids.ts'
import type { MessageOf } from '../../data/sending.ts'

/** Messages about enquiries are read for another purpose, so they have addresses of their own. */
export const messagePlace = { case: '/office/messages', enquiry: '/office/enquiry-messages' } as const

export const messagePath = (of: MessageOf, id: Id): string => `${messagePlace[of]}/${id}`
export const printPath = (of: MessageOf, id: Id): string => `${messagePath(of, id)}/print`
export const writePath = (caseId: Id, side: 'A' | 'B'): string => `/office/cases/${caseId}/write/${side.toLowerCase()}`
export const undoPath = (id: Id): string => `${messagePath('case', id)}/undo`
export const lettersPath = '/office/letters'
