import type { SetStage } from './command.ts';
import { drop, put, type World } from './world.ts';

/** The world after something outside KMS was changed. */
export const setStage = (world: World, { stage }: SetStage): World => {
  if ('putPrincipal' in stage)
    return { ...world, principals: put(world.principals, stage.putPrincipal.Arn, stage.putPrincipal) };
  if ('dropPrincipal' in stage) return { ...world, principals: drop(world.principals, stage.dropPrincipal) };
  if ('putAccount' in stage)
    return { ...world, accounts: put(world.accounts, stage.putAccount.AccountId, stage.putAccount) };
  if ('putBackend' in stage) return { ...world, backends: put(world.backends, stage.putBackend.id, stage.putBackend) };
  if ('dropBackend' in stage) return { ...world, backends: drop(world.backends, stage.dropBackend) };
  if ('setOutages' in stage) return { ...world, outages: stage.setOutages };
  if ('setHome' in stage) return { ...world, home: { ...world.home, ...stage.setHome } };
  return { ...world, options: { ...world.options, ...stage.setOptions } };
};
