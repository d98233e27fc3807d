using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Catalog.Engine.Tests.House;

/// <summary>
/// Writes down what an assembly offers, one line a type and one a member, in an order that never changes.
/// </summary>
internal static partial class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    internal static string Describe(Assembly assembly) => Describe(assembly.GetTypes());

    internal static string Describe(IEnumerable<Type> types)
    {
        var text = new StringBuilder();
        foreach (Type type in types.Where(IsOffered).OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Header(type)).Append('\n');
            foreach (string member in Members(type).Order(StringComparer.Ordinal))
                text.Append("    ").Append(member).Append('\n');
        }

        return text.ToString();
    }

    private static bool IsOffered(Type type) =>
        type.IsPublic || ((type.IsNestedPublic || type.IsNestedFamily) && IsOffered(type.DeclaringType!));

    private static string Header(Type type)
    {
        if (typeof(Delegate).IsAssignableFrom(type))
        {
            MethodInfo invoke = type.GetMethod("Invoke")!;
            return $"delegate {NameOf(invoke.ReturnType)} {NameOf(type)}({ParametersOf(invoke)})";
        }

        IEnumerable<string> parents = type.IsEnum
            ? [NameOf(Enum.GetUnderlyingType(type))]
            : BasesOf(type);
        string list = string.Join(", ", parents);
        return $"{KindOf(type)} {NameOf(type)}{(list.Length == 0 ? "" : $" : {list}")}";
    }

    private static string KindOf(Type type)
    {
        if (type.IsEnum) return "enum";
        if (type.IsInterface) return "interface";
        if (type.IsValueType)
        {
            string prefix = type.IsDefined(typeof(IsReadOnlyAttribute), inherit: false) ? "readonly " : "";
            return prefix + (type.IsByRefLike ? "ref struct" : "struct");
        }

        if (type is { IsAbstract: true, IsSealed: true }) return "static class";
        return type.IsAbstract ? "abstract class" : type.IsSealed ? "sealed class" : "class";
    }

    private static IEnumerable<string> BasesOf(Type type)
    {
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType))
            yield return NameOf(parent);
        foreach (string name in type.GetInterfaces().Where(face => face.IsVisible).Select(NameOf)
            .Order(StringComparer.Ordinal))
            yield return name;
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum) return type.GetEnumNames().Select(name => $"{name} = {ValueOf(type, name)}");
        if (typeof(Delegate).IsAssignableFrom(type)) return [];
        return type.GetMembers(Declared)
            .Where(member => !member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false))
            .Select(Describe)
            .OfType<string>();
    }

    private static string ValueOf(Type type, string name) =>
        Convert.ToDecimal(Enum.Parse(type, name), CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
}
