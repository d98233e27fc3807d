using Catalog.WsGateway.Topics;

namespace Catalog.WsGateway.Relay;

/// <summary>
/// What the gateway behind says to somebody who begins to listen: a snapshot, or what was missed, and perhaps some
/// messages behind that.
/// </summary>
/// <param name="Epoch">The topic's life.</param>
/// <param name="Recovery">What became of the wish to go on somewhere.</param>
/// <param name="StartOffset">The offset in the answer.</param>
/// <param name="LastOffset">The last message in it; behind it the relay's own ring goes on.</param>
/// <param name="Envelopes">The messages, as they came.</param>
internal sealed record RelayReplay(
    string Epoch, Recovery Recovery, long StartOffset, long LastOffset, IReadOnlyList<ReadOnlyMemory<byte>> Envelopes);
