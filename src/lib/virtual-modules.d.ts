/** Made by scripts/public-files.mjs: names of files in this build, by their path below public/. */
declare module "virtual:public-files" {
  export const names: Readonly<Record<string, string>>;
}
