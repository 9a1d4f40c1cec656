using System.Net;
using HotGigs.Tests.Shared;
using HotGigs.Tests.Shared.Clients;

namespace HotGigs.WebApi.FunctionalTests;

/// <summary>What the contract says of every error.</summary>
internal static class Problem
{
    /// <summary>The answer is a problem of this status and code.</summary>
    public static void AssertIs(Answer answer, HttpStatusCode status, string code)
    {
        Assert.True(status == answer.Status, $"{(int)status} was expected, not {answer}");
        Assert.Equal("application/problem+json", answer.ContentType);
        var problem = answer.Json;
        Assert.Equal((int)status, problem.Number("status"));
        Assert.Equal(code, problem.Text("code"));
        Assert.NotEmpty(problem.Text("title")!);
        Assert.NotEmpty(problem.Text("detail")!);
        Assert.NotEmpty(problem.Text("trace_id")!);
    }

    /// <summary>The answer refuses a request for one of its fields.</summary>
    public static void AssertNames(Answer answer, string field)
    {
        AssertIs(answer, HttpStatusCode.UnprocessableEntity, "validation_failed");
        var errors = answer.Json.Field("errors");
        Assert.Equal(field, errors.Names());
        Assert.All(errors.Items(field), error => Assert.NotEmpty(error.GetString()!));
    }
}
