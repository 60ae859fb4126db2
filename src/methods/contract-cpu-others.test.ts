import { describeContract } from "./test-contract";
import { configNames, configs } from "./test-session";

const others = configNames.filter((name) => configs[name].kind !== "decoder");

describeContract("cpu", others);
