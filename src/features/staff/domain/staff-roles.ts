/** Roles that a colleague can have, as the database knows them. */
export const staffRoles = ['coordinator', 'mediator', 'supervisor', 'privacyOfficer', 'administrator'] as const
export type StaffRole = (typeof staffRoles)[number]

/** What a role is about, in a line, for whoever gives it. Which files it opens is ruled by the policy. */
export const roleWords: Readonly<Record<StaffRole, { readonly title: string; readonly hint: string }>> = {
  coordinator: { title: 'Coordinator', hint: 'Answers enquiries, opens cases and books meetings.' },
  mediator: { title: 'Mediator', hint: 'Sees and writes the files of the cases they are given.' },
  supervisor: { title: 'Supervisor', hint: 'Sees the files of all mediators.' },
  privacyOfficer: {
    title: 'Privacy officer',
    hint: 'Sees who opened what, and how long things are kept. Sees no notes.',
  },
  administrator: { title: 'Administrator', hint: 'Looks after accounts and settings. Sees no files.' },
}

export const isStaffRole = (role: string): role is StaffRole => (staffRoles as readonly string[]).includes(role)
