using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Catalog.Engine.Tests.House;

internal static partial class PublicApi
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    private static string? Describe(MemberInfo member) => member switch
    {
        ConstructorInfo constructor when IsOffered(constructor) => $"new({ParametersOf(constructor)})",
        MethodInfo { IsSpecialName: false } method when IsOffered(method) => DescribeMethod(method),
        MethodInfo method when IsOffered(method) && method.Name.StartsWith("op_", StringComparison.Ordinal) =>
            DescribeMethod(method),
        PropertyInfo property => DescribeProperty(property),
        FieldInfo { IsPublic: true } or FieldInfo { IsFamily: true } => DescribeField((FieldInfo)member),
        EventInfo { AddMethod: { } add } happening when IsOffered(add) =>
            $"{ModifiersOf(add)}event {NameOf(happening.EventHandlerType!)} {happening.Name}",
        _ => null,
    };

    private static bool IsOffered(MethodBase? method) =>
        method is { IsPublic: true } or { IsFamily: true } or { IsFamilyOrAssembly: true };

    private static string DescribeMethod(MethodInfo method)
    {
        string generics = method.IsGenericMethod
            ? $"<{string.Join(", ", method.GetGenericArguments().Select(NameOf))}>"
            : "";
        string signature = $"{NameOf(method.ReturnType)} {method.Name}{generics}({ParametersOf(method)})";
        return ModifiersOf(method) + signature;
    }

    private static string? DescribeProperty(PropertyInfo property)
    {
        if (!IsOffered(property.GetMethod) && !IsOffered(property.SetMethod)) return null;
        string accessors = IsOffered(property.GetMethod) ? "get; " : "";
        if (property.SetMethod is { } set && IsOffered(set)) accessors += IsInit(set) ? "init; " : "set; ";
        string index = string.Join(", ", property.GetIndexParameters().Select(DescribeParameter));
        string name = index.Length == 0 ? property.Name : $"this[{index}]";
        return $"{ModifiersOf((property.GetMethod ?? property.SetMethod)!)}{NameOf(property.PropertyType)} {name}"
            + $" {{ {accessors}}}";
    }

    private static bool IsInit(MethodInfo set) =>
        set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static string DescribeField(FieldInfo field)
    {
        string type = NameOf(field.FieldType);
        if (field.IsLiteral)
        {
            string value = Convert.ToString(field.GetRawConstantValue(), CultureInfo.InvariantCulture) ?? "null";
            return $"const {type} {field.Name} = {value}";
        }

        return $"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{type} {field.Name}";
    }

    private static string ModifiersOf(MethodInfo method)
    {
        string access = method.IsPublic ? "" : "protected ";
        if (method.IsStatic) return access + (method.IsAbstract ? "static abstract " : "static ");
        if (method.DeclaringType is { IsInterface: true } || !method.IsVirtual) return access;
        if (method.GetBaseDefinition() != method) return access + "override ";
        return access + (method.IsAbstract ? "abstract " : method.IsFinal ? "" : "virtual ");
    }

    private static string ParametersOf(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(DescribeParameter));

    private static string DescribeParameter(ParameterInfo parameter)
    {
        string prefix = parameter.ParameterType.IsByRef
            ? parameter.IsOut ? "out " : parameter.IsIn ? "in " : "ref "
            : "";
        string suffix = parameter.HasDefaultValue ? $" = {DefaultOf(parameter)}" : "";
        return $"{prefix}{NameOf(parameter.ParameterType)} {parameter.Name}{suffix}";
    }

    private static string DefaultOf(ParameterInfo parameter) =>
        Convert.ToString(parameter.RawDefaultValue, CultureInfo.InvariantCulture) switch
        {
            null or "" => "default",
            var value => value,
        };

    private static string NameOf(Type type)
    {
        if (type.IsByRef || type.IsPointer) return NameOf(type.GetElementType()!);
        if (type.IsArray) return $"{NameOf(type.GetElementType()!)}[]";
        if (type.IsGenericParameter) return type.Name;
        if (Keywords.TryGetValue(type, out string? keyword)) return keyword;
        string name = type.IsNested ? $"{NameOf(type.DeclaringType!)}.{type.Name}" : type.Name;
        if (!type.IsNested && type.Namespace is { } space && !IsImported(space)) name = $"{space}.{name}";
        if (!type.IsGenericType || !name.Contains('`', StringComparison.Ordinal)) return name;
        return $"{name[..name.IndexOf('`', StringComparison.Ordinal)]}<"
            + $"{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>";
    }

    private static bool IsImported(string space) =>
        space is "System" or "System.Collections.Generic" or "System.Threading" or "System.Threading.Tasks";
}
