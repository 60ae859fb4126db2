import { findBase } from "../bases/index";
import type { BackendName } from "../engine/engine";
import { findMethod } from "../methods/index";
import { measureSpeed } from "../training/speed";
import type { MeasuredSpeed } from "./api";
import type { ChosenEngine } from "./choose-backend";
import { DeviceLostError, DeviceWatch } from "./device-watch";
import type { Engines } from "./engines";

/** Measures a step of a method on a base. Where the device is lost meanwhile, it is measured on the next backend. */
export async function measureMethod(
  engines: Engines,
  baseId: string,
  methodId: string,
  backend: BackendName | null,
): Promise<MeasuredSpeed> {
  const [base, method] = [findBase(baseId), findMethod(methodId)];
  if (!base || !method) throw new Error(`no such base or method: ${baseId}, ${methodId}`);
  const measureOn = async ({ engine, choice }: ChosenEngine): Promise<MeasuredSpeed> => {
    await engine.activate();
    const speed = await new DeviceWatch(engine.lost).over(measureSpeed(engine, base, method));
    return { speed, backend: choice };
  };
  try {
    return await measureOn(await engines.choose(base, { backend, wasmShare: 1 }));
  } catch (error) {
    if (!(error instanceof DeviceLostError)) throw error;
    return measureOn(await engines.replace());
  }
}
