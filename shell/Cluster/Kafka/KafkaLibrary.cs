using System.Reflection;
using System.Runtime.InteropServices;
using Confluent.Kafka;

namespace Catalog.Shell.Cluster.Kafka;

/// <summary>
/// The system's librdkafka behind Confluent.Kafka: the client asks for a library by a name the distribution's package
/// does not use.
/// </summary>
internal static class KafkaLibrary
{
    private const string Asked = "librdkafka";
    private static readonly string[] Names = ["librdkafka.so.1", "librdkafka.1.dylib", "librdkafka"];
    private static readonly Lock Gate = new();
    private static bool _isResolved;

    /// <summary>Makes the library known to the client. Thread-safe, does it once.</summary>
    /// <exception cref="IOException">It is not on this machine; says how to get it.</exception>
    public static void Load()
    {
        lock (Gate)
        {
            if (_isResolved) return;
            if (Open() == 0)
            {
                throw new IOException(
                    "Catalog:Kafka is configured, and librdkafka is not on this machine. "
                    + "Install it (Debian and Ubuntu: apt-get install librdkafka1) or take the setting out.");
            }

            NativeLibrary.SetDllImportResolver(typeof(Library).Assembly, Resolve);
            _isResolved = true;
        }
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) =>
        name == Asked ? Open() : 0;

    private static nint Open()
    {
        foreach (string name in Names)
            if (NativeLibrary.TryLoad(name, out nint library)) return library;
        return 0;
    }
}
