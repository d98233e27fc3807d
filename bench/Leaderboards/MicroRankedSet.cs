using BenchmarkDotNet.Attributes;
using Catalog.Engine.Leaderboards;

namespace Catalog.Bench.Leaderboards;

/// <summary>A board with a million members: each operation alone, and in batches.</summary>
public class MicroRankedSet
{
    private RankingFigures _figures = null!;
    private RankedSet _set = null!;

    [GlobalSetup]
    public void SetUp()
    {
        _figures = new RankingFigures();
        _set = _figures.Filled();
    }

    [Benchmark(OperationsPerInvoke = RankingFigures.BatchSize)]
    public int UpdateOneByOne() => _figures.Update(_set);

    [Benchmark(OperationsPerInvoke = RankingFigures.BatchSize)]
    public int UpdateInBatches() => _figures.UpdateMany(_set, ScoreOperator.Set);

    [Benchmark(OperationsPerInvoke = RankingFigures.BatchSize)]
    public int IncrementInBatches() => _figures.UpdateMany(_set, ScoreOperator.Increment);

    [Benchmark(OperationsPerInvoke = RankingFigures.BatchSize)]
    public int RankOneByOne() => _figures.Rank(_set);

    [Benchmark(OperationsPerInvoke = RankingFigures.BatchSize)]
    public int RankInBatches() => _figures.RankMany(_set);

    [Benchmark(OperationsPerInvoke = RankingFigures.BatchSize)]
    public int AroundOneByOne() => _figures.Around(_set);

    [Benchmark(OperationsPerInvoke = RankingFigures.BatchSize)]
    public int AroundInBatches() => _figures.AroundMany(_set);

    [Benchmark(OperationsPerInvoke = RankingFigures.BatchSize)]
    public int TopHundred() => _figures.Top(_set);
}
