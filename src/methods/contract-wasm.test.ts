import { describeContract } from "./test-contract";

describeContract("wasm", ["decoder", "classifier", "encoder-decoder"]);
// Nothing that an option changes is different in these two.
describeContract("wasm", ["untied decoder", "encoder"], "defaults");
