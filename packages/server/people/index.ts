export type { Directory } from "./directory.ts";
export { makePeople, type People, type PeopleOptions } from "./people.ts";
export { hashPassword, type PasswordCost } from "./passwords.ts";
export { mayAdminister, type Access, type Reader, type ReaderGrant } from "./reader.ts";
export { peopleRoutes } from "./routes.ts";
export { administratorOnly } from "./routes/tools.ts";
export type { Random } from "./secrets.ts";
export type { DirectoryPerson, HeldGrant } from "./snapshot.ts";
