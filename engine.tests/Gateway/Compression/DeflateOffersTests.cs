using Catalog.WsGateway.Compression;

namespace Catalog.Engine.Tests.Gateway.Compression;

/// <summary>RFC 7692 §5 and §7.1, by clause; the Autobahn cases 13 vary the same parameters.</summary>
public sealed class DeflateOffersTests
{
    private const string Plain = "permessage-deflate; server_no_context_takeover; client_no_context_takeover";

    [Theory]
    [InlineData("§7.1 plain", "permessage-deflate", Plain)]
    [InlineData("§7.1.1.1 server_no_context_takeover", "permessage-deflate; server_no_context_takeover", Plain)]
    [InlineData("§7.1.1.2 client_no_context_takeover", "permessage-deflate; client_no_context_takeover", Plain)]
    [InlineData("§7.1.1.1 it has no value", "permessage-deflate; server_no_context_takeover=1", null)]
    [InlineData("§7.1.1.2 it has no value", "permessage-deflate; client_no_context_takeover=x", null)]
    [InlineData("§7.1.2.1 the largest window", "permessage-deflate; server_max_window_bits=15",
        Plain + "; server_max_window_bits=15")]
    [InlineData("§7.1.2.1 a window that cannot be had", "permessage-deflate; server_max_window_bits=10", null)]
    [InlineData("§7.1.2.1 it has a value", "permessage-deflate; server_max_window_bits", null)]
    [InlineData("§7.1.2.1 8 to 15", "permessage-deflate; server_max_window_bits=16", null)]
    [InlineData("§7.1.2.2 a hint", "permessage-deflate; client_max_window_bits", Plain)]
    [InlineData("§7.1.2.2 a smaller window", "permessage-deflate; client_max_window_bits=8", Plain)]
    [InlineData("§7.1.2.2 quoted", "permessage-deflate; client_max_window_bits=\"15\"", Plain)]
    [InlineData("§7.1.2.2 no leading zero", "permessage-deflate; client_max_window_bits=08", null)]
    [InlineData("§7.1.2.2 8 to 15", "permessage-deflate; client_max_window_bits=7", null)]
    [InlineData("§7.1.2.2 a number", "permessage-deflate; client_max_window_bits=x", null)]
    [InlineData("§7.1 an unknown parameter", "permessage-deflate; speed=9", null)]
    [InlineData("§7.1 the same parameter twice",
        "permessage-deflate; client_max_window_bits; client_max_window_bits", null)]
    [InlineData("§5.1 the first offer that can be accepted",
        "permessage-deflate; server_max_window_bits=9, permessage-deflate; client_max_window_bits", Plain)]
    [InlineData("§5 another extension", "permessage-bzip2, x-deflate", null)]
    [InlineData("§5 none", null, null)]
    public void Rfc7692_offers(string clause, string? offer, string? answer) =>
        Assert.True(answer == DeflateOffers.Accept(offer), clause);
}
