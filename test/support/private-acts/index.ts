import { invitationActs } from './answers.ts'
import { caseworkActs, childActs } from './casework.ts'
import { colleagueActs, detailActs } from './details.ts'
import { asFirstOfAnother, asOnePerson, enquiryActs, publicActs } from './doors.ts'
import type { PrivateAct } from './ground.ts'
import { fileActs, meetingActs, messageActs } from './meetings.ts'
import { postActs } from './post.ts'
import { writtenActs } from './written.ts'

/** All of them, in an order in which each finds what it needs: once letters are said to be unsafe, none is written. */
export const privateActs: readonly PrivateAct[] = [
  ...writtenActs,
  ...meetingActs,
  ...fileActs,
  ...messageActs,
  ...invitationActs,
  ...detailActs,
  ...postActs,
  ...publicActs,
  ...enquiryActs,
  asFirstOfAnother,
  ...caseworkActs,
  ...childActs,
  ...colleagueActs,
  asOnePerson,
]
