namespace Catalog.Engine.Tests.Core.Shards;

/// <summary>A clock whose counter is further on by so many milliseconds each time somebody looks.</summary>
internal sealed class SlowTime(long stepMs) : TimeProvider
{
    private long _nowMs;

    public override long TimestampFrequency => 1_000;

    public override long GetTimestamp() => _nowMs += stepMs;
}
