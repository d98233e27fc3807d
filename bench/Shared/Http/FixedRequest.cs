namespace Catalog.Bench.Shared.Http;

/// <summary>Always the same request.</summary>
internal sealed class FixedRequest(RequestTemplate request) : IRequestSource
{
    public ReadOnlySpan<byte> Next(int connection) => request.Bytes;

    public void OnResponse(int connection, int status, ReadOnlySpan<byte> body)
    {
    }
}
