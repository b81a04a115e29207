import { invitationActs } from './answers.ts'
import { caseworkActs, childActs } from './casework.ts'
import { complaintActs } from './complaints.ts'
import { colleagueActs, detailActs } from './details.ts'
import { asFirstOfAnother, asOnePerson, enquiryActs, publicActs } from './doors.ts'
import type { PrivateAct } from './ground.ts'
import { fileActs, meetingActs, messageActs } from './meetings.ts'
import { offerActs } from './offers.ts'
import { onlineActs } from './online.ts'
import { postActs } from './post.ts'
import { requestActs } from './requests.ts'
import { toldOthersActs } from './told-others.ts'
import { writtenActs } from './written.ts'

/** All of them, in an order in which each finds what it needs: once letters are said to be unsafe, none is written. */
export const privateActs: readonly PrivateAct[] = [
  ...writtenActs,
  ...meetingActs,
  ...onlineActs,
  ...offerActs,
  ...fileActs,
  ...messageActs,
  ...invitationActs,
  ...detailActs,
  ...postActs,
  ...publicActs,
  ...requestActs,
  ...complaintActs,
  ...toldOthersActs,
  ...enquiryActs,
  asFirstOfAnother,
  ...caseworkActs,
  ...childActs,
  ...colleagueActs,
  asOnePerson,
]
