using System.ComponentModel;
using System.Reflection;
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
    }

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
