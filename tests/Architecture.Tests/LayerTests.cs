using System.Xml.Linq;
using NetArchTest.Rules;

namespace HotGigs.Architecture.Tests;

/// <summary>Layers point inward only, in what they are built with and in what they use.</summary>
public sealed class LayerTests
{
    [Theory]
    [InlineData("Domain", "")]
    [InlineData("Application", "Domain")]
    [InlineData("Infrastructure", "Application,Domain")]
    [InlineData("WebApi", "Application,Domain,Infrastructure")]
    public void A_layer_knows_only_those_inside_it(string layer, string inner)
    {
        var assembly = Solution.All.Single(one => one.GetName().Name == $"HotGigs.{layer}");
        var allowed = inner.Split(',').Select(name => $"HotGigs.{name}");

        var known = assembly.GetReferencedAssemblies().Select(one => one.Name!).Where(name => name.StartsWith("HotGigs.", StringComparison.Ordinal));

        Assert.Empty(known.Except(allowed));
    }

    [Theory]
    [InlineData("Domain", "")]
    [InlineData("Application", "Domain")]
    [InlineData("Infrastructure", "Application,Domain")]
    [InlineData("WebApi", "Application,Domain,Infrastructure")]
    public void A_project_names_only_those_inside_it(string layer, string inner)
    {
        var named = References(layer, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));

        Assert.Empty(named.Except(inner.Split(',')));
    }

    [Fact]
    public void Domain_references_no_package()
    {
        Assert.Empty(References("Domain", "PackageReference"));
        Assert.Empty(References("Domain", "FrameworkReference"));
        Assert.All(
            Solution.Domain.GetReferencedAssemblies(),
            reference => Assert.True(
                reference.Name is "mscorlib" or "netstandard" || reference.Name!.StartsWith("System.", StringComparison.Ordinal),
                $"Domain uses {reference.Name}."));
    }

    [Theory]
    [InlineData("Microsoft.EntityFrameworkCore")]
    [InlineData("Microsoft.AspNetCore")]
    [InlineData("Microsoft.Data")]
    [InlineData("System.Net.WebSockets")]
    [InlineData("System.Net.Http")]
    public void Application_talks_to_nothing_outside_but_through_its_ports(string outside) =>
        AssertNone(Types.InAssembly(Solution.Application).That().HaveDependencyOn(outside).GetTypes(), $"uses {outside}");

    [Fact]
    public void WebApi_touches_no_database()
    {
        Assert.DoesNotContain(
            Solution.WebApi.GetReferencedAssemblies(),
            reference => reference.Name!.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));
        AssertNone(
            Types.InAssembly(Solution.WebApi).That().HaveDependencyOnAny("Microsoft.EntityFrameworkCore", "Microsoft.Data").GetTypes(),
            "touches the database");
    }

    [Fact]
    public void What_stores_and_what_sends_stays_inside_Infrastructure()
    {
        var contexts = Solution.Infrastructure.GetExportedTypes()
            .Where(type => type.Name.EndsWith("DbContext", StringComparison.Ordinal));

        AssertNone(contexts, "is public: make it internal, so that nothing outside can reach the database past the ports");
    }

    private static IEnumerable<string> References(string layer, string kind) =>
        XDocument.Parse(Solution.Read($"src/{layer}/{layer}.csproj")).Descendants(kind).Select(one => one.Attribute("Include")!.Value);

    private static void AssertNone(IEnumerable<Type> types, string why) =>
        Assert.True(!types.Any(), string.Join('\n', types.Select(type => $"{type.FullName} {why}.")));
}
