import type { Id } from '../../../../values/ids.ts'

export const accountPath = (id: Id, act: 'invite' | 'end-account') => `/office/professionals/${id}/${act}`
