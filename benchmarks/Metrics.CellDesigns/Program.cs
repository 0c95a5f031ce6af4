using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using TypedMetrics.CellDesigns;
using TypedMetrics.CellDesigns.Stacks;
using TypedMetrics.CellDesigns.Timing;

switch (args.FirstOrDefault())
{
    case "passes":
        PassTable.WriteAll();
        return 0;
    case "memory":
        MemoryReport.Write();
        return 0;
    case "stacks":
        StackReport.Write();
        return ChurnSums.Write() ? 0 : 1;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(
            args,
            DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)));
        return 0;
}
