import { describeContract } from "./test-contract";
import { configNames } from "./test-session";

describeContract("wasm", configNames);
