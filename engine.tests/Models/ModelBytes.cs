using Catalog.Engine.Core.Memory;

namespace Catalog.Engine.Tests.Models;

/// <summary>What a model writes.</summary>
internal static class ModelBytes
{
    public delegate void Saving(ByteBuffer buffer);

    public static byte[] Of(Saving save)
    {
        var buffer = new ByteBuffer();
        save(buffer);
        return buffer.WrittenSpan.ToArray();
    }
}
