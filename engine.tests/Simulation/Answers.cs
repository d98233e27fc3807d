using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Simulation;

/// <summary>Answers as bytes, so that they can be compared to the letter.</summary>
internal static class Answers
{
    internal static byte[] Encode<TResult>(in TResult result)
        where TResult : struct, IResult<TResult>
    {
        var buffer = new ByteBuffer(64);
        var writer = new MessagePackWriter(buffer);
        result.Write(ref writer);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
