using System.ComponentModel;
using System.Reflection;
using FeedApi.Http.Hosting;
using FeedApi.Http.Semantics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FeedApi.Api.OpenApi;

/// <summary>
/// Adds the parameters that a <see cref="QueryDescription"/> describes. Runs before <see cref="ParameterFilter"/>,
/// which describes their values.
/// </summary>
internal sealed class QueryFilter : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        foreach (var query in context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<QueryDescription>())
        {
            operation.Parameters ??= [];
            foreach (var property in query.Parameters.GetProperties()) operation.Parameters.Add(ParameterOf(property));
        }

        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.Contains(ManagementOnly.Mark)) return;
        operation.Parameters ??= [];
        if (operation.OperationId?.StartsWith("Stream", StringComparison.Ordinal) != true) operation.Parameters.Add(IfNoneMatch());
        if (operation.OperationId is "StreamEvents") operation.Parameters.Add(LastEventId());
        operation.Parameters.Add(MinRevision());
    }

    private static OpenApiParameter IfNoneMatch() => new()
    {
        Name = "If-None-Match",
        In = ParameterLocation.Header,
        Description = "The ETag of the copy that you have: the answer is 304 while it is current.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static OpenApiParameter LastEventId() => new()
    {
        Name = "Last-Event-ID",
        In = ParameterLocation.Header,
        Description = "The id of the last event that was read: what came after it follows.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static OpenApiParameter MinRevision() => new()
    {
        Name = MinRevisionMiddleware.Parameter,
        In = ParameterLocation.Query,
        Description = "The revision of an event or a page of changes: the answer is not older, for which it may wait some seconds.",
    };

    private static OpenApiParameter ParameterOf(PropertyInfo property) => new()
    {
        Name = property.GetCustomAttribute<FromQueryAttribute>()?.Name,
        In = ParameterLocation.Query,
        Description = property.GetCustomAttribute<DescriptionAttribute>()?.Description,
        Schema = property.PropertyType.IsArray
            ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } }
            : new OpenApiSchema { Type = JsonSchemaType.String },
    };
}
