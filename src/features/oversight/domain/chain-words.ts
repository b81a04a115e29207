import type { ChainFault, ChainReport } from '../../../platform/audit/verify-chain.ts'

const counted = (count: number | undefined, one: string, more: string): string =>
  count === undefined ? one : `${count} ${count === 1 ? one : more}`

const records = (fault: ChainFault) => counted(fault.count, 'record', 'records')
const seals = (fault: ChainFault) => counted(fault.count, 'seal', 'seals')

const words: Readonly<Record<ChainFault['kind'], (fault: ChainFault) => string>> = {
  'record-removed': (it) => `Seal ${it.seq}, records of ${it.day}: ${records(it)} removed after they were sealed`,
  'record-changed': (it) => `Seal ${it.seq}, records of ${it.day}: a record was rewritten after it was sealed`,
  'record-added': (it) => `Seal ${it.seq}, records of ${it.day}: ${records(it)} put in after the seal was made`,
  'seal-missing': (it) => `From seal ${it.seq}: ${seals(it)} missing from the chain`,
  'seal-changed': (it) => `Seal ${it.seq}: what it says does not fit its head, or the seal before it`,
  'chain-deleted': (it) => `The chain is gone: the signed file knows ${seals(it)} and the database none`,
  'tail-cut': (it) => `From seal ${it.seq}: the tail was cut off. The signed file knows ${seals(it)} more`,
  'chain-rewritten': (it) => `From seal ${it.seq}: the chain was written anew. Its head is not the one that was signed`,
  'head-forged': (it) => `The signed file, seal ${it.seq}: the signature is not ours`,
  'heads-missing': (it) =>
    `The signed file: ${counted(it.count, 'head', 'heads')} missing from seal ${it.seq} on. The file was put back or cut`,
  'heads-gone': () => 'The signed file is gone or empty, and the database has seals',
}

/** A fault as one sentence: what is wrong, and where. Never what a record says. */
export const faultWords = (fault: ChainFault): string => `${words[fault.kind](fault)}.`

/** What was looked at, when nothing is wrong. */
export const soundWords = (report: ChainReport): string =>
  [
    `${report.records} records in ${report.seals} seals are as they were written.`,
    report.ended > 0 ? `${report.ended} of them have had their time and are gone, as the policy says.` : '',
    report.lostByRestore > 0 ? `${report.lostByRestore} seals were lost when a backup was put back.` : '',
  ]
    .filter((it) => it !== '')
    .join(' ')
