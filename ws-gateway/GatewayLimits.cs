namespace Catalog.WsGateway;

/// <summary>The options as the loops use them: times in ticks of a quarter of a second.</summary>
internal sealed class GatewayLimits(GatewayOptions options)
{
    internal const int TicksPerSecond = 4;

    internal static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1000 / TicksPerSecond);

    internal int MaxQueuedBytes { get; } = options.MaxQueuedBytes;

    internal long MaxInboxBytes { get; } = options.MaxInboxBytes;

    internal int CloseTicks { get; } = TicksOf(options.CloseTimeout);

    internal int StallTicks { get; } = TicksOf(options.StallTimeout);

    internal int PingTicks { get; } = TicksOf(options.PingInterval);

    internal int PongTicks { get; } = TicksOf(options.PongTimeout);

    internal int AuthTicks { get; } = TicksOf(options.AuthTimeout);

    internal int PresenceTicks { get; } = TicksOf(options.PresenceGrace);

    internal int PeerTicks { get; } = TicksOf(options.PeerTimeout);

    internal int TypingTicks { get; } = TicksOf(options.TypingTime);

    internal static int TicksOf(TimeSpan time) => (int)Math.Ceiling(time / Tick);
}
