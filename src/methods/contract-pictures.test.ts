import { describeContract } from "./test-contract";

describeContract("wasm", ["drawing"], "defaults");
