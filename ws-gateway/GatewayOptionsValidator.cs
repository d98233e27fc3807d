using Microsoft.Extensions.Options;

namespace Catalog.WsGateway;

/// <summary>Checks the options when the program starts.</summary>
internal sealed class GatewayOptionsValidator : IValidateOptions<GatewayOptions>
{
    // Nodes are heard of once a second.
    private static readonly TimeSpan MinPeerTimeout = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, GatewayOptions options) =>
        FaultOf(options) is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;

    /// <summary>The first thing that is wrong, if any.</summary>
    internal static string? FaultOf(GatewayOptions o)
    {
        if (o.Loops is < 1 or > 256) return Range(nameof(o.Loops), 1, 256);
        if (o.MaxConnections < 1) return Least(nameof(o.MaxConnections), 1);
        if (o.MaxConnectsPerSecond < 0) return Least(nameof(o.MaxConnectsPerSecond), 0);
        if (o.MaxFrameBytes < 1) return Least(nameof(o.MaxFrameBytes), 1);
        if (o.MaxMessageBytes < 1) return Least(nameof(o.MaxMessageBytes), 1);
        if (o.MaxQueuedBytes < 1024) return Least(nameof(o.MaxQueuedBytes), 1024);
        if (o.MaxInboxBytes < 64 * 1024) return Least(nameof(o.MaxInboxBytes), 64 * 1024);
        if (o.MessagesPerSecond < 0) return Least(nameof(o.MessagesPerSecond), 0);
        if (o.MessagesPerSecond > 0 && o.MessageBurst < 1) return Least(nameof(o.MessageBurst), 1);
        if (o.MaxConcurrentRequests < 1) return Least(nameof(o.MaxConcurrentRequests), 1);
        if (o.MaxSubscriptions < 1) return Least(nameof(o.MaxSubscriptions), 1);
        if (o.MaxTopics < 1) return Least(nameof(o.MaxTopics), 1);
        if (o.MaxHandshakeBytes is < 512 or > 64 * 1024) return Range(nameof(o.MaxHandshakeBytes), 512, 64 * 1024);
        if (o.MaxPresentMembers < 1) return Least(nameof(o.MaxPresentMembers), 1);
        if (o.MaxReplayBytes < 0) return Least(nameof(o.MaxReplayBytes), 0);
        return FaultOf(nameof(o.HandshakeTimeout), o.HandshakeTimeout)
            ?? FaultOf(nameof(o.AuthTimeout), o.AuthTimeout)
            ?? FaultOf(nameof(o.PingInterval), o.PingInterval)
            ?? FaultOf(nameof(o.PongTimeout), o.PongTimeout)
            ?? FaultOf(nameof(o.CloseTimeout), o.CloseTimeout)
            ?? FaultOf(nameof(o.TopicIdleTime), o.TopicIdleTime)
            ?? FaultOf(nameof(o.StallTimeout), o.StallTimeout)
            ?? FaultOf(nameof(o.TypingTime), o.TypingTime)
            ?? (o.PeerTimeout < MinPeerTimeout || o.PeerTimeout > TimeSpan.FromDays(1)
                ? $"{nameof(o.PeerTimeout)} lies between two seconds and a day."
                : null)
            ?? (o.PresenceGrace < TimeSpan.Zero ? $"{nameof(o.PresenceGrace)} is not negative." : null)
            ?? (o.DrainTime < TimeSpan.Zero ? $"{nameof(o.DrainTime)} is not negative." : null)
            ?? TopicFaultOf(o.Topics);
    }

    internal static string? TopicFaultOf(Topics.TopicOptions topics)
    {
        if (topics.HistoryMessages < 0) return Least(nameof(topics.HistoryMessages), 0);
        if (topics is { History: not null, HistoryMessages: 0 })
            return "A durable topic keeps messages, too: clients join the live ones by them.";
        return topics.HistoryBytes < 0 ? Least(nameof(topics.HistoryBytes), 0) : null;
    }

    private static string? FaultOf(string name, TimeSpan time) =>
        time < TimeSpan.FromMilliseconds(250) || time > TimeSpan.FromDays(1)
            ? $"{name} lies between a quarter of a second and a day."
            : null;

    private static string Least(string name, int least) => $"{name} is at least {least}.";

    private static string Range(string name, int least, int most) => $"{name} lies between {least} and {most}.";
}
