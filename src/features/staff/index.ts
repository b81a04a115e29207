export { inviteColleague } from './actions/invite-colleague.ts'
export { actorSeesAny, allColleagues, mediators, staffNames, waitingResets } from './data/staff-reads.ts'
export { type StaffRole, staffRoles } from './domain/staff-roles.ts'
export { QrCode } from './web/office/qr-code.tsx'
