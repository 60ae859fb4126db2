import { describeContract } from "./test-contract";
import { configNames, configs } from "./test-session";

const decoders = configNames.filter((name) => configs[name].kind === "decoder");

describeContract("cpu", decoders);
