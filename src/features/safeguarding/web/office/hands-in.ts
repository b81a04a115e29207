import type { PageRequest } from '../../../../platform/web/route.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import type { GateTools } from '../../../disclosures/index.ts'

/** Whether somebody records worries and sees none: whoever takes the calls hands on what they hear. */
export const handsIn = ({ policy }: GateTools, { staff }: PageRequest<PurposeKey>): boolean =>
  policy.roles[staff?.role as 'coordinator']?.may.some(
    ({ purpose, rows }) => purpose === 'safeguarding' && rows === 'added',
  ) ?? false
