/**
 * The written order of the features. A feature may ring the bell (`index.ts`) of those before it and knows nothing of
 * those after it; what needs both is composed in `app`.
 */
export const featureOrder = [
  'settings',
  'staff',
  'tasks',
  'consents',
  'people',
  'professionals',
  'messages',
  'enquiries',
  'cases',
  'matching',
  'files',
  'mailbox',
  'availability',
  'bookings',
  'booking-offers',
  'sessions',
  'live-sessions',
  'casework',
  'disclosures',
  'safeguarding',
  'imports',
  'invitations',
  'portal',
  'calendars',
  'online-meetings',
  'referrers',
  'requests',
  'answers',
  'complaints',
  'breaches',
  'access-packs',
  'website',
  'oversight',
  'retention',
  'endings',
] as const

export type FeatureName = (typeof featureOrder)[number]
