export { type ProfessionalTools, professionalRoutes } from './web/office/professional.routes.tsx'
