export { professionalRoutes } from './web/office/professional.routes.tsx'
